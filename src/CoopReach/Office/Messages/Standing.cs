using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Outbox;

namespace CoopReach.Office.Messages;

/// <summary>How a message stands, as people say it: several states of its life are one word to whoever waits for it.</summary>
public sealed record Standing(string Code, string Tone, string Shape, IReadOnlyList<string> States)
{
    public static readonly Standing Unknown = new("unknown", "stone", "s-unknown", [MessageState.Unknown.Code()]);

    public static readonly IReadOnlyList<Standing> All =
    [
        new("waiting", "stone", "s-clock", [MessageState.Planned.Code(), MessageState.Queued.Code(), MessageState.Sending.Code()]),
        new("sent", "lake", "s-sent", [MessageState.Sent.Code()]),
        new("delivered", "hill", "s-done", [MessageState.Delivered.Code()]),
        new("failed", "cherry", "s-fail", [MessageState.Failed.Code()]),
        Unknown,
        new("not-sent", "stone", "s-hold", [MessageState.Cancelled.Code(), MessageState.LeftOut.Code()]),
    ];

    public Chip Chip => new(Tone, Shape, Value.Phrase($"office.messages.state.{Code}"));

    public static Standing Of(string status) => All.First(standing => standing.States.Contains(status));

    /// <summary>Null for a word that is none.</summary>
    public static Standing? Named(string? code) => All.FirstOrDefault(standing => standing.Code == code);
}
