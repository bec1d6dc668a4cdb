using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Reminders;

/// <summary>Something that is to happen at a time: a broadcast starts, a deadline passes. It happens once, whatever restarts.</summary>
public sealed class Reminder
{
    public long Id { get; init; }

    /// <summary>Names what is to happen; set again, it is moved.</summary>
    public required string Key { get; init; }

    /// <summary>Whom to call: <see cref="IReminded.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>About which row.</summary>
    public long Subject { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? RungAt { get; init; }

    /// <summary>Times it failed since it was set.</summary>
    public long Failures { get; init; }

    public string? LastFailure { get; init; }
}

/// <summary>Whoever is to be called at a time.</summary>
public interface IReminded
{
    /// <summary>The kind of reminders it answers to, for example broadcast.start.</summary>
    string Kind { get; }

    /// <summary>
    /// Does what is due, inside the transaction that also notes it as done: both happen, or neither. It may set the same
    /// reminder again.
    /// </summary>
    ValueTask RingAsync(Statements db, long subject, DateTimeOffset now);
}

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders");
        builder.HasKey(reminder => reminder.Id);
        builder.HasIndex(reminder => reminder.Key).IsUnique();
        builder.HasIndex(reminder => reminder.DueAt).HasFilter("rung_at is null");
    }
}
