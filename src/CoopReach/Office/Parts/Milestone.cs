using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Parts;

/// <summary>A step of a way.</summary>
/// <param name="Phrase">Key of its name.</param>
/// <param name="Href">Where it is, while one may go there.</param>
/// <param name="Said">What was decided there.</param>
public sealed record Milestone(string Phrase, string? Href = null, Value? Said = null);
