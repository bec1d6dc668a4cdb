using System.Collections.Frozen;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>Every action a menu can run, by the name it has in the menu files.</summary>
public sealed class Actions(IEnumerable<IMenuAction> actions)
{
    private readonly FrozenDictionary<string, IMenuAction> _byName = actions.ToFrozenDictionary(action => action.Shape.Name);

    public IReadOnlyCollection<ActionShape> Shapes => [.. _byName.Values.Select(action => action.Shape)];

    public IMenuAction this[string name] => _byName[name];
}
