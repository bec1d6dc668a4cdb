namespace CoopReach.Imports;

/// <summary>A file that cannot be taken; the message is one sentence that says what to do. Nothing was written.</summary>
public sealed class BadFileException(string message) : Exception(message);
