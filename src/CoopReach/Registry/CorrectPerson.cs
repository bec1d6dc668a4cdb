using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Registry;

/// <summary>What was written down wrong about a person is put right; the log says that, and not what.</summary>
public sealed class CorrectPerson(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The form says what cannot be, or the person is not here any more.</exception>
    public async Task RunAsync(Staff by, long personId, PersonForm person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var form = person.Checked(Kigali.Date(now));
        await store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                if (await form.UpdateAsync(db, personId) == 0)
                {
                    throw RefusedException.Because("registry.refused.gone");
                }

                await by.NoteAsync(db, now, "person.correct", subject);
            },
            cancel);
    }
}
