using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CoopReach.Engine.Menus;

/// <summary>The part of YAML the menus use: text and maps, with the line of each, and duplicates kept for the check to see.</summary>
internal sealed record YamlNode(int Line, string? Text, IReadOnlyList<(string Key, YamlNode Node)>? Entries)
{
    public static YamlNode? Read(string file, string yaml, ICollection<Problem> problems)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            var root = Read(parser);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                problems.Add(new Problem(file, (int)second.Start.Line, "a second document begins here; one file is one document"));
            }

            return root;
        }
        catch (YamlException broken)
        {
            // What is missing at the end is missed one line too late.
            var line = Math.Min((int)broken.Start.Line, yaml.AsSpan().Count('\n') + 1);
            problems.Add(new Problem(file, line, $"not YAML: {broken.Message}"));
            return null;
        }
    }

    private static YamlNode Read(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlNode((int)scalar.Start.Line, scalar.Value, null);
        }

        if (!parser.TryConsume<MappingStart>(out var map))
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "only text and maps are used here");
        }

        var entries = new List<(string, YamlNode)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            entries.Add((key.Value, Read(parser) with { Line = (int)key.Start.Line }));
        }

        return new YamlNode((int)map.Start.Line, null, entries);
    }
}
