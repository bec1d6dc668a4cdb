using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Jobs;

namespace CoopReach.Imports;

/// <summary>What takes longer than somebody looks at a page: reading a list, putting it into the registry, taking it out, writing one.</summary>
public sealed class ImportJobs(Jobs jobs, ReadList read, ApplyBatch apply, UndoBatch undo, Exports exports)
{
    public const string Place = "/imports";

    public static string PlaceOf(long batch) => $"{Place}/{batch}";

    public Task ReadAsync(Seat by, string fileName, byte[] file)
    {
        by.Must(Permission.ImportMembers);
        return jobs.BeginAsync(by, "import", Place, async run =>
        {
            try
            {
                var batch = await read.RunAsync(by.Staff!, fileName, file, run.Cancel, run.Say);
                return new JobEnd(Value.Phrase("office.imports.done.read", ("file", fileName)), PlaceOf(batch));
            }
            catch (BadFileException bad)
            {
                throw new RefusedException(bad.Why);
            }
        });
    }

    public Task ApplyAsync(Seat by, long batch)
    {
        by.Must(Permission.ImportMembers);
        return jobs.BeginAsync(by, "apply", PlaceOf(batch), async run =>
        {
            var applied = await apply.RunAsync(by.Staff!, batch, run.Cancel, run.Say);
            return new JobEnd(Value.Phrase("office.imports.done.applied", ("count", Value.Number(applied))));
        });
    }

    public Task UndoAsync(Seat by, long batch)
    {
        by.Must(Permission.ImportMembers);
        return jobs.BeginAsync(by, "undo", PlaceOf(batch), async run =>
        {
            await undo.RunAsync(by.Staff!, batch, run.Cancel, run.Say);
            return new JobEnd(Value.Phrase("office.imports.done.undone"));
        });
    }

    /// <param name="reason">Why it is taken out; it stays in the log.</param>
    public Task ExportAsync(Seat by, RegistryView view, string reason)
    {
        by.Must(Permission.ImportMembers);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw RefusedException.Because("office.imports.refused.reason");
        }

        return jobs.BeginAsync(by, "export", Exports.Place, async run =>
            new JobEnd(Value.Phrase("office.imports.done.exported"), await exports.WriteAsync(by, view, reason, run)));
    }
}
