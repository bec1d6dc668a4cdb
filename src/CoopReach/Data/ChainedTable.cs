using System.Linq.Expressions;

namespace CoopReach.Data;

/// <summary>
/// A table whose rows are written once. One declaration serves the insert and the check, so what is hashed is what is
/// written. Transactions that append to several chains do so in one order, the audit log last: writers of a chain queue.
/// </summary>
public abstract class ChainedTable
{
    private const long LargestSeq = 1_000_000_000;

    private readonly string _select;

    private protected ChainedTable(string name, IReadOnlyList<ChainedColumn> columns)
    {
        Name = name;
        Columns = columns;
        var own = string.Join(", ", columns.Select(column => column.Name));
        var places = string.Join(", ", Enumerable.Range(1, columns.Count + 5).Select(number => $"${number}"));
        Insert = $"insert into {name} (id, cooperative_id, seq, prev_hash, hash, {own}) values ({places})";
        _select = $"select id, seq, prev_hash, hash, {own} from {name} "
            + "where cooperative_id = $1 and seq > $2 and seq <= $3 order by seq limit $4";
    }

    public string Name { get; }

    /// <summary>The columns that are hashed: all but those every chained row has.</summary>
    public IEnumerable<string> ColumnNames => Columns.Select(column => column.Name);

    private protected string Insert { get; }

    private protected IReadOnlyList<ChainedColumn> Columns { get; }

    /// <summary>The id of a row, for ever: a billion rows to a cooperative and table.</summary>
    internal static long IdOf(long cooperativeId, long seq) =>
        seq < LargestSeq ? (cooperativeId * LargestSeq) + seq : throw new InvalidOperationException("The chain is full.");

    /// <summary>Rows after a sequence number, in order, with the hash each should have.</summary>
    internal ValueTask<List<ChainLink>> ReadAsync(Statements db, long cooperativeId, long after, long last, long count) =>
        db.AllAsync(_select, row => ReadLink(row, cooperativeId), cooperativeId, after, last, count);

    /// <param name="values">In the order of the columns.</param>
    private protected byte[] HashOf(ReadOnlySpan<byte> previous, long cooperativeId, long seq, ReadOnlySpan<object?> values)
    {
        var hash = new ChainHash(previous, Name, cooperativeId, seq);
        for (var i = 0; i < Columns.Count; i++)
        {
            hash.Add(Columns[i].Name, values[i]);
        }

        return hash.Finish();
    }

    private ChainLink ReadLink(ResultRow row, long cooperativeId)
    {
        var (id, seq, previous) = (row.Number(0), row.Number(1), row.Bytes(2));
        var expected = ReadValues(row) is { } values ? HashOf(previous, cooperativeId, seq, values) : [];

        return new ChainLink(id, seq, previous, Hash: row.Bytes(3), expected);
    }

    /// <summary>Null when a column holds what nobody can have written: text that is no date, a moment outside all time.</summary>
    private object?[]? ReadValues(ResultRow row)
    {
        var values = new object?[Columns.Count];
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Columns[i].Read(row, i + 4);
            }

            return values;
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException or ArgumentOutOfRangeException or InvalidCastException)
        {
            return null;
        }
    }
}

/// <summary>A chained table of one kind of row.</summary>
/// <param name="name">The table.</param>
/// <param name="columns">Every property of the row that is its own. A column added later goes to the end and may be empty.</param>
public sealed class ChainedTable<T>(string name, params Expression<Func<T, object?>>[] columns)
    : ChainedTable(name, [.. columns.Select(ChainedColumn.Of)])
    where T : ChainedRow
{
    private readonly Func<T, object?>[] _values = [.. columns.Select(column => column.Compile())];

    /// <summary>Writes one row at the end of its cooperative's chain; the new id.</summary>
    public async ValueTask<long> AppendAsync(Statements db, T row) => (await AppendAsync(db, [row]))[0];

    /// <summary>Writes rows of one cooperative at the end of its chain, in this order; the new ids.</summary>
    public async ValueTask<IReadOnlyList<long>> AppendAsync(Statements db, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var cooperative = rows[0].CooperativeId;
        var head = await ChainHead.LengthenAsync(db, Name, cooperative, rows.Count);
        var ids = new long[rows.Count];
        var hash = head.Hash;
        for (var i = 0; i < rows.Count; i++)
        {
            var seq = head.Length + i + 1;
            ids[i] = IdOf(cooperative, seq);
            hash = await InsertAsync(db, rows[i], cooperative, seq, hash);
        }

        await ChainHead.SetHashAsync(db, Name, cooperative, hash);
        return ids;
    }

    private async ValueTask<byte[]> InsertAsync(Statements db, T row, long cooperativeId, long seq, byte[] previous)
    {
        if (row.CooperativeId != cooperativeId)
        {
            throw new ArgumentException("Rows appended together belong to one cooperative.", nameof(row));
        }

        var values = Array.ConvertAll(_values, value => value(row));
        var hash = HashOf(previous, cooperativeId, seq, values);
        await db.ExecuteAsync(Insert, [IdOf(cooperativeId, seq), cooperativeId, seq, previous, hash, .. values]);

        return hash;
    }
}
