using CoopReach.Data;

namespace CoopReach.Cooperatives;

/// <summary>A registered cooperative of any level. Everything a member owns belongs to exactly one.</summary>
[SeenByAll]
public sealed class Cooperative
{
    public long Id { get; init; }

    /// <summary>Short and unique, for example TWZ.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The name as it is searched: upper case without accents.</summary>
    public required string SearchName { get; init; }

    /// <summary>primary, union or federation.</summary>
    public required string Level { get; init; }

    /// <summary>The union or federation above.</summary>
    public long? ParentId { get; init; }

    /// <summary>Number of the registration certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>provisional or definitive.</summary>
    public required string CertificateKind { get; init; }

    public DateOnly RegisteredOn { get; init; }

    /// <summary>registered, suspended or struck-off.</summary>
    public required string Status { get; init; }

    /// <summary>Code of the sector of the seat. Names of sectors repeat; the code does not.</summary>
    public required string SeatCode { get; init; }

    public required string SeatSector { get; init; }

    public required string SeatDistrict { get; init; }

    public DateOnly? LastReportOn { get; init; }

    public DateOnly? LeadersTermEndsOn { get; init; }

    /// <summary>Whom members call, E.164.</summary>
    public string? HelpPhone { get; init; }

    /// <summary>The most that may be taken off an order without the member's own yes, thousandths of its gross amount (domain section 4.1 step 7).</summary>
    public long DeductionCapPermille { get; init; }

    /// <summary>What may be lost between collector and store without a finding, thousandths of the weight.</summary>
    public long ShrinkagePermille { get; init; }

    /// <summary>Days from a delivery to the day it is to be paid.</summary>
    public long PaymentTermDays { get; init; }
}

/// <summary>A collection point. It numbers its purchase orders in one series without a gap.</summary>
public sealed class Station
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public required string Name { get; init; }

    /// <summary>The number of its first purchase order: paper books before CoopReach ended one lower.</summary>
    public long FirstNumber { get; init; }
}

/// <summary>Who weighs at a station or keeps its store, and since when.</summary>
public sealed class CollectorAssignment
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long PersonId { get; init; }

    public long StationId { get; init; }

    /// <summary>collector, who records deliveries, or storekeeper, who receives what collectors send.</summary>
    public required string Role { get; init; }

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }
}
