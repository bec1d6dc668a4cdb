using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.Hooks;

/// <summary>What we say to somebody who wrote to us, in the language of the phone.</summary>
public sealed class Answers(PhraseBook phrases, IOptions<ConversationSettings> settings)
{
    private readonly Dictionary<string, Value> _values = new() { ["ussd"] = settings.Value.ServiceCode };

    public async ValueTask<string> SayAsync(Statements db, string phone, string phrase) =>
        phrases.Say(await PhoneLanguage.FindAsync(db, phone), phrase, _values);
}
