using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopReach.Data;

/// <summary>
/// All tables, for the schema and for the pages of the office. It knows no capability: each room describes its own
/// tables beside its entities. Names are snake_case, so that plain SQL reads the same on both databases.
/// </summary>
public abstract class CoopDb(DbContextOptions options) : DbContext(options)
{
    internal const string Owner = "CooperativeId";
    private const string Key = "Id";

    /// <summary>Whose rows <see cref="Rows{T}"/> reads; nobody's, until it is set.</summary>
    public Scope Scope { get; set; } = Scope.Nothing;

    private IReadOnlyList<long> Seen => Scope.Cooperatives;

    /// <summary>The rows of a table that <see cref="Scope"/> lets through, to be read and never changed.</summary>
    public IQueryable<T> Rows<T>()
        where T : class => Scope.IsEverything ? Set<T>().AsNoTracking().IgnoreQueryFilters() : Set<T>().AsNoTracking();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CoopDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            SnakeCase.Apply(entity);
        }

        RowGuard.Apply(this, modelBuilder);
    }

    internal void GuardOwned<T>(ModelBuilder model)
        where T : class => model.Entity<T>().HasQueryFilter(row => Seen.Contains(EF.Property<long>(row, Owner)));

    internal void GuardMaybeOwned<T>(ModelBuilder model)
        where T : class => model.Entity<T>().HasQueryFilter(row => EF.Property<long?>(row, Owner) != null && Seen.Contains(EF.Property<long?>(row, Owner)!.Value));

    internal void GuardLinked<T, TTo>(ModelBuilder model, string key)
        where T : class
        where TTo : class => model.Entity<T>().HasQueryFilter(row => Set<TTo>().Any(to => EF.Property<long?>(to, Key) == EF.Property<long?>(row, key)));

    internal void GuardThrough<T, TFrom>(ModelBuilder model, string key)
        where T : class
        where TFrom : class => model.Entity<T>().HasQueryFilter(row => Set<TFrom>().Any(from => EF.Property<long?>(from, key) == EF.Property<long?>(row, Key)));

    internal static void GuardHidden<T>(ModelBuilder model)
        where T : class => model.Entity<T>().HasQueryFilter(row => false);

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
