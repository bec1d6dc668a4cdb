namespace CoopReach.Channels.Handset;

/// <summary>One SMS as the phone that received it lists it.</summary>
/// <param name="From">The sender's name, for example TWZ.</param>
/// <param name="At">Kigali time as people read it, HH:mm dd/MM.</param>
/// <param name="Segments">How many SMS the operator bills.</param>
/// <param name="State">Waiting, Sent, Delivered, Failed or Unknown.</param>
public sealed record HandsetSms(string From, string At, string Text, int Septets, int Segments, string State);

/// <summary>
/// What has been sent to a phone, newest first. Register one, with any lifetime, that reads the outbox;
/// the handset works without and then shows an empty inbox.
/// </summary>
public sealed class HandsetInbox(Func<string, CancellationToken, Task<IReadOnlyList<HandsetSms>>> read)
{
    internal static readonly HandsetInbox Empty = new((_, _) => Task.FromResult<IReadOnlyList<HandsetSms>>([]));

    /// <param name="phone">In international form, +250788000101.</param>
    public Task<IReadOnlyList<HandsetSms>> ReadAsync(string phone, CancellationToken cancel) => read(phone, cancel);
}
