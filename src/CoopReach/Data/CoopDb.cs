using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopReach.Data;

/// <summary>
/// All tables, for the schema and for the pages of the office. It knows no capability: each room describes its own
/// tables beside its entities. Names are snake_case, so that plain SQL reads the same on both databases.
/// </summary>
public abstract class CoopDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CoopDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            SnakeCase.Apply(entity);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TimeAsMicroseconds>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TimeInUtc>();
        }
    }

    private sealed class TimeAsMicroseconds()
        : ValueConverter<DateTimeOffset, long>(time => Microseconds.Of(time), number => Microseconds.Time(number));

    private sealed class TimeInUtc()
        : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
}

public sealed class SqliteCoopDb(DbContextOptions<SqliteCoopDb> options) : CoopDb(options);

public sealed class PostgresCoopDb(DbContextOptions<PostgresCoopDb> options) : CoopDb(options);
