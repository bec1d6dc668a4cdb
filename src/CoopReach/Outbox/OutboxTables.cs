using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Outbox;

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(message => message.Id);
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.Phone, message.CreatedAt });
        builder.HasIndex(message => new { message.Gateway, message.ProviderId }).HasFilter("provider_id is not null");
        builder.HasIndex(message => new { message.Channel, message.Priority, message.DueAt, message.Id })
            .HasDatabaseName("ix_outbox_messages_due").HasFilter("status = 'queued'");
        builder.HasIndex(message => new { message.PlanId, message.Channel, message.Id }).HasDatabaseName("ix_outbox_messages_planned").HasFilter("status = 'planned'");
        builder.HasIndex(message => new { message.Gateway, message.LeasedUntil }).HasDatabaseName("ix_outbox_messages_leased").HasFilter("status = 'sending'");
        builder.HasIndex(message => new { message.PlanId, message.Status }).HasFilter("plan_id is not null");
        builder.HasIndex(message => new { message.PersonId, message.SentAt }).HasDatabaseName("ix_outbox_messages_week").HasFilter("plan_id is not null");
        builder.HasOne<OutboxPlan>().WithMany().HasForeignKey(message => message.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("channel", "channel in ('sms', 'whatsapp')");
        builder.Check("status", $"status in ({string.Join(", ", Enum.GetValues<MessageState>().Select(state => $"'{state.Code()}'"))})");
        builder.Check("planned_by_a_plan", "status not in ('planned', 'left-out') or plan_id is not null");
        builder.Check("other_way_by_sms", "fallback_price is null or channel = 'whatsapp'");
        builder.Check("leased_while_sending", "(status = 'sending') = (leased_until is not null)");
    }
}

internal sealed class OutboxPlanTable : IEntityTypeConfiguration<OutboxPlan>
{
    public void Configure(EntityTypeBuilder<OutboxPlan> builder)
    {
        builder.ToTable("outbox_plans");
        builder.HasKey(plan => plan.Id);
        builder.Check("state", "state in ('open', 'held')");
        builder.Check("within_cap", "spent between 0 and cap");
    }
}

internal sealed class OutboxGatewayTable : IEntityTypeConfiguration<OutboxGateway>
{
    public void Configure(EntityTypeBuilder<OutboxGateway> builder)
    {
        builder.ToTable("outbox_gateways");
        builder.HasKey(gateway => gateway.Name);
        builder.Check("paused_for_a_reason", "paused_until is null or paused_because is not null");
    }
}

internal sealed class DeliveryReportTable : IEntityTypeConfiguration<DeliveryReport>
{
    public void Configure(EntityTypeBuilder<DeliveryReport> builder)
    {
        builder.ToTable("delivery_reports");
        builder.HasKey(report => report.Id);
        builder.HasIndex(report => new { report.Gateway, report.ProviderId });
        builder.HasIndex(report => new { report.Gateway, report.Phone });
        builder.HasIndex(report => report.ReceivedAt);
        builder.Check("says", "says in ('accept', 'deliver', 'fail')");
    }
}

internal sealed class OutboxStopTable : IEntityTypeConfiguration<OutboxStop>
{
    public void Configure(EntityTypeBuilder<OutboxStop> builder)
    {
        builder.ToTable("outbox_stops");
        builder.HasKey(stop => new { stop.Phone, stop.Channel });
        builder.Check("source", "source in ('gateway', 'member')");
    }
}

internal sealed class InboundMessageTable : IEntityTypeConfiguration<InboundMessage>
{
    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.ToTable("inbound_messages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Body).HasMaxLength(InboundMessage.LongestBody);
        builder.HasIndex(message => new { message.Gateway, message.ProviderId }).IsUnique();
        builder.HasIndex(message => new { message.Phone, message.Channel, message.ReceivedAt });
        builder.Check("channel", "channel in ('sms', 'whatsapp')");
    }
}
