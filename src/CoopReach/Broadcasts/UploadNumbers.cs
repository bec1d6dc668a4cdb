using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Imports;

namespace CoopReach.Broadcasts;

/// <summary>What came of a list of numbers.</summary>
/// <param name="Numbers">Different ones that were read.</param>
/// <param name="OfMembers">Those that are a member's phone; the others have agreed to nothing and get nothing.</param>
/// <param name="NoNumber">The first rows without a mobile number, as the spreadsheet counts them.</param>
public sealed record UploadedNumbers(int Numbers, int OfMembers, IReadOnlyList<int> NoNumber);

/// <summary>Takes the phones out of a spreadsheet, wherever they stand in it, in place of the list that was there before.</summary>
public sealed class UploadNumbers(Store store)
{
    public const int MostBytes = 10_000_000;
    private const int MostRowsNamed = 100;
    private const int Portion = 1_000;

    private const string CountMembers = """
        select count(*) from broadcast_numbers n where n.broadcast_id = $1 and exists (
            select 1 from person_phones u join memberships m on m.person_id = u.person_id where u.phone_number = n.phone and m.cooperative_id = $2 and m.ended_on is null)
        """;

    /// <exception cref="RefusedException">The file is too big or has no number, or the broadcast is no draft.</exception>
    /// <exception cref="BadFileException">It is no list.</exception>
    public async Task<UploadedNumbers> RunAsync(Staff staff, long id, Stream file, CancellationToken cancel)
    {
        var rows = ListFile.Read(await BytesAsync(file, cancel)).Select(row => (row.Number, Phones: row.Cells.Select(Phone).OfType<string>().ToList())).ToList();
        var phones = rows.SelectMany(row => row.Phones).ToHashSet();
        RefusedException.Unless(phones.Count > 0, "broadcasts.refused.no-numbers");
        await ForgetAsync(staff, id, cancel);
        foreach (var some in phones.Chunk(Portion))
        {
            await store.CommitAsync(db => InsertAsync(db, id, some), cancel);
        }

        await using var reading = await store.ReadAsync(cancel);
        var ofMembers = await reading.Db.FirstAsync(CountMembers, row => row.Number(0), id, staff.CooperativeId);

        // The first row is its header, or else has a number.
        return new(phones.Count, (int)ofMembers, [.. rows.Skip(1).Where(row => row.Phones.Count == 0).Select(row => row.Number).Take(MostRowsNamed)]);
    }

    /// <summary>A list that has done its work.</summary>
    internal static ValueTask<int> ForgetAsync(Statements db, long id) => db.ExecuteAsync("delete from broadcast_numbers where broadcast_id = $1", id);

    private static string? Phone(string cell) => PhoneNumber.TryParse(cell.Trim(), out var phone) ? phone : null;

    private static async Task<byte[]> BytesAsync(Stream file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            RefusedException.Unless(bytes.Length <= MostBytes, "broadcasts.refused.big-file");
        }

        return bytes.ToArray();
    }

    private Task ForgetAsync(Staff staff, long id, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var row = await BroadcastRow.LockAsync(db, staff, id);
            RefusedException.Unless(row.State == BroadcastState.Draft, $"broadcasts.refused.{row.State.Code()}");
            await ForgetAsync(db, id);
        },
        cancel);

    private static async ValueTask InsertAsync(Statements db, long id, string[] phones)
    {
        foreach (var phone in phones)
        {
            await db.ExecuteAsync("insert into broadcast_numbers (broadcast_id, phone) values ($1, $2) on conflict do nothing", id, phone);
        }
    }
}
