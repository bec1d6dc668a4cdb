using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>The files of a menu book, as they lie in <c>menus/</c> and <c>localization/</c> or were kept in the database.</summary>
public sealed record BookFolder(IReadOnlyDictionary<string, string> Files)
{
    private const string LongestFile = "menus/longest.yaml";

    /// <summary>Names this exact text: the same files always give the same version.</summary>
    public string Version
    {
        get
        {
            var text = string.Join('\0', Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}\0{file.Value}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        }
    }

    public static BookFolder Read(string root)
    {
        var menus = Directory.GetFiles(Path.Combine(root, "menus"), "*.yaml");
        var phrases = Directory.GetFiles(Path.Combine(root, "localization"), "*.json");

        return new BookFolder(menus.Concat(phrases).ToDictionary(
            file => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}", File.ReadAllText));
    }

    public static BookFolder FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    public string ToJson() => JsonSerializer.Serialize(Files);

    /// <summary>Reads and checks; throws <see cref="BrokenBookException"/> with every problem there is.</summary>
    public MenuBook Compile(IReadOnlyCollection<ActionShape> actions)
    {
        var problems = new List<Problem>();
        var book = MenuBook.Read(ToBookFiles(), actions, problems);

        return problems.Count == 0 ? book : throw new BrokenBookException(problems);
    }

    private BookFiles ToBookFiles() => new(
        Files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal) && file.Key != LongestFile).ToDictionary(),
        (LongestFile, Files.GetValueOrDefault(LongestFile, "")),
        Languages.All
            .Where(language => Files.ContainsKey(FileOf(language)))
            .ToDictionary(language => language, language => (FileOf(language), Files[FileOf(language)])));

    private static string FileOf(Language language) => $"localization/{language.Code()}.json";
}

/// <summary>The menus or phrases cannot be used; the message has one line a problem.</summary>
public sealed class BrokenBookException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<Problem> Problems => problems;
}
