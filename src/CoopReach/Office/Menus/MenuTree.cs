using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using Microsoft.Extensions.Options;

namespace CoopReach.Office.Menus;

/// <summary>A screen and those it is the first to lead to.</summary>
/// <param name="Longest">Septets of its longest language; 0 for a step nobody sees.</param>
public sealed record Branch(Screen Screen, int Longest, IReadOnlyList<Branch> Below);

/// <summary>The published menus as a tree: each screen stands once, where the shortest way leads to it.</summary>
public sealed class MenuTree
{
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<ScreenLength>>> _lengths;
    private readonly Lazy<IReadOnlyList<Branch>> _roots;

    public MenuTree(Books books, IOptions<ConversationSettings> settings)
    {
        (Book, Limit) = (books.Today.Book, settings.Value.LimitOf(null));
        _lengths = new(() => new WorstCase(Book, Limit).Lengths().GroupBy(one => one.Screen.Name).ToDictionary(one => one.Key, one => (IReadOnlyList<ScreenLength>)[.. one]));
        _roots = new(Grow);
    }

    public MenuBook Book { get; }

    /// <summary>Septets a screen may have.</summary>
    public int Limit { get; }

    public IReadOnlyList<Branch> Roots => _roots.Value;

    public IEnumerable<ScreenLength> All => _lengths.Value.Values.SelectMany(one => one);

    /// <summary>The worst case in each language; none for a step nobody sees.</summary>
    public IReadOnlyList<ScreenLength> LengthsOf(string screen) => _lengths.Value.GetValueOrDefault(screen, []);

    private IReadOnlyList<Branch> Grow()
    {
        var (below, seen, queue) = (new Dictionary<string, List<string>>(), new HashSet<string>(), new Queue<string>());
        var roots = MenuBook.Entrances.Where(Book.Screens.ContainsKey).ToList();
        foreach (var root in roots.Where(seen.Add))
        {
            queue.Enqueue(root);
        }

        while (queue.TryDequeue(out var name))
        {
            below[name] = [.. Book[name].Targets.Where(target => Book.Screens.ContainsKey(target) && seen.Add(target))];
            below[name].ForEach(queue.Enqueue);
        }

        return [.. roots.Select(Branch)];

        Branch Branch(string name) => new(Book[name], LengthsOf(name).Select(one => one.Septets).DefaultIfEmpty().Max(), [.. below[name].Select(Branch)]);
    }
}
