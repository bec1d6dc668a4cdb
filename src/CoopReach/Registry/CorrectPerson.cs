using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Registry;

/// <summary>What was written down wrong about a person is put right; the log says that, and not what.</summary>
public sealed class CorrectPerson(Store store, TimeProvider clock)
{
    /// <param name="seen">What stood there when the form was opened: nobody writes over what somebody else put right meanwhile. Null where there was no form.</param>
    /// <exception cref="RefusedException">The form says what cannot be, somebody was quicker, or the person is not here any more.</exception>
    public async Task RunAsync(Staff by, long personId, PersonForm person, CancellationToken cancel, PersonForm? seen = null)
    {
        var now = clock.GetUtcNow();
        var form = person.Checked(Kigali.Date(now));
        await store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                if (seen is not null && await PersonForm.OfAsync(db, personId) is { } stands && stands != seen)
                {
                    throw RefusedException.Because("registry.refused.changed", "name", $"{stands.FamilyName} {stands.GivenNames}");
                }

                if (await form.UpdateAsync(db, personId) == 0)
                {
                    throw RefusedException.Because("registry.refused.gone");
                }

                await by.NoteAsync(db, now, "person.correct", subject);
            },
            cancel);
    }
}
