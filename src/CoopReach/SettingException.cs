namespace CoopReach;

/// <summary>A setting is missing or wrong: the start stops with one line that says what to write.</summary>
public sealed class SettingException(string message) : Exception(message);
