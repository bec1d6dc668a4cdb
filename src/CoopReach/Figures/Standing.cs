namespace CoopReach.Figures;

/// <summary>How much is owed to members, by when it is due. Francs.</summary>
/// <param name="Later">Due in more than a week.</param>
/// <param name="Soon">Due within a week, today with it.</param>
/// <param name="Late">Late by up to a week.</param>
/// <param name="VeryLate">Late by more.</param>
public sealed record OwedByAge(long Later, long Soon, long Late, long VeryLate)
{
    public long All => Later + Soon + Late + VeryLate;
}

/// <summary>How many members there are, and whom of them a message reaches.</summary>
public sealed record Reached(long Members, long NoPhone, long Stopped)
{
    public long Reachable => Members - NoPhone - Stopped;
}

/// <summary>Deliveries of a day in Kigali, net.</summary>
public sealed record DayOfProduce(DateOnly Day, long Grams);

/// <summary>What was received lately.</summary>
/// <param name="Days">The last two weeks, today last.</param>
public sealed record Received(IReadOnlyList<DayOfProduce> Days, long WeekGrams, long WeekOrders, long WeekStations);

/// <summary>Messages of the last week by how they stand.</summary>
public sealed record Sent(long Delivered, long OnTheWay, long Failed, long Unknown, long Francs)
{
    public long All => Delivered + OnTheWay + Failed + Unknown;
}

/// <summary>How often members asked in the last week, and where.</summary>
public sealed record Asked(long Ussd, long WhatsApp, long Office)
{
    public long All => Ussd + WhatsApp + Office;
}

/// <summary>The cooperatives of a seat, now, in sums.</summary>
public sealed record Standing(OwedByAge Owed, Received Received, Reached Reached, Sent Sent, Asked Asked);
