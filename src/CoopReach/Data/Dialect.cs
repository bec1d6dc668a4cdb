using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoopReach.Data;

/// <summary>The few things that plain SQL must know of the database behind it.</summary>
public abstract class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();
    public static readonly Dialect PostgreSql = new PostgreSqlDialect();

    /// <summary>SQLite works inside the calling thread, so its answers need no waiting.</summary>
    public abstract bool IsSynchronous { get; }

    /// <summary>Ends a query whose rows nobody else may change until the transaction ends. SQLite has one writer anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The same, for rows of which any will do: those another one holds are passed over.</summary>
    public abstract string SkippingLocked { get; }

    public abstract DbParameter Parameter(int number);

    public abstract object TimeParameter(DateTimeOffset time);

    public abstract DateTimeOffset ReadTime(DbDataReader reader, int column);

    private sealed class SqliteDialect : Dialect
    {
        public override bool IsSynchronous => true;

        public override string ForUpdate => "";

        public override string SkippingLocked => "";

        public override DbParameter Parameter(int number) => new SqliteParameter { ParameterName = $"${number}" };

        public override object TimeParameter(DateTimeOffset time) => Microseconds.Of(time);

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) => Microseconds.Time(reader.GetInt64(column));
    }

    private sealed class PostgreSqlDialect : Dialect
    {
        public override bool IsSynchronous => false;

        public override string ForUpdate => " for update";

        public override string SkippingLocked => " for update skip locked";

        public override DbParameter Parameter(int number) => new NpgsqlParameter();

        public override object TimeParameter(DateTimeOffset time) => Microseconds.Time(Microseconds.Of(time)).UtcDateTime;

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
            new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));
    }
}
