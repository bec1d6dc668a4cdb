namespace CoopReach.Engine;

/// <summary>The three languages of the product, Kinyarwanda first.</summary>
public enum Language
{
    Kinyarwanda,
    English,
    French,
}

/// <summary>Language codes as written in files, settings and the database: rw, en, fr.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Kinyarwanda, Language.English, Language.French];

    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.French => "fr",
        _ => "rw",
    };

    /// <summary>Only rw, en and fr are known; anything else is null, never a guess.</summary>
    public static Language? Find(string? code) => code switch
    {
        "rw" => Language.Kinyarwanda,
        "en" => Language.English,
        "fr" => Language.French,
        _ => null,
    };
}
