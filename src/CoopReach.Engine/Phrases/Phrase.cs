namespace CoopReach.Engine.Phrases;

/// <summary>One key in one language: a plain text, or its forms by number.</summary>
internal sealed record Phrase(Language Language, Template? Plain, Template? One, Template? Other)
{
    public bool IsPlural => Plain is null;

    /// <summary>What stands for the whole: the form that may not leave out a placeholder.</summary>
    public Template Widest => Plain ?? Other ?? One!;

    public int Line => Widest.Line;

    /// <summary>Every text that can be said. Kinyarwanda has one form, so a <c>_one</c> there is never said.</summary>
    public IEnumerable<Template> Forms =>
        new[] { Plain, Language == Language.Kinyarwanda && Other is not null ? null : One, Other }.OfType<Template>();

    public Template For(long? count) => Plain ?? (IsOne(count) ? One : Other) ?? Widest;

    private bool IsOne(long? count) => Language switch
    {
        Language.English => count == 1,
        Language.French => count is 0 or 1,
        _ => false,
    };
}
