using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Phrases;

/// <summary>Phrase books written in a test.</summary>
internal static class Books
{
    /// <summary>Reads the languages given and hands back what was wrong with them, as file:line: text.</summary>
    public static (PhraseBook Book, IReadOnlyList<string> Problems) Read(string? rw = null, string? en = null, string? fr = null)
    {
        var files = new Dictionary<Language, (string File, string Json)>();
        foreach (var (language, json) in new[] { (Language.Kinyarwanda, rw), (Language.English, en), (Language.French, fr) })
        {
            if (json is not null)
            {
                files[language] = ($"{language.Code()}.json", json);
            }
        }

        var problems = new List<Problem>();
        var book = PhraseBook.Read(files, problems);
        return (book, [.. problems.Select(problem => problem.ToString())]);
    }

    /// <summary>Reads a book that has nothing wrong.</summary>
    public static PhraseBook Sound(string? rw = null, string? en = null, string? fr = null)
    {
        var (book, problems) = Read(rw, en, fr);
        Assert.Empty(problems);
        return book;
    }

    public static IReadOnlyDictionary<string, Value> With(params (string Name, Value Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
