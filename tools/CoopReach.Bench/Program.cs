using CoopReach.Bench;

// Measures the book; scripts/bench says how it is run. What it prints in one run may be compared; between machines only ratios may.
return args switch
{
    ["deliveries", var product, var folder] => await Deliveries.RunAsync(product, folder),
    ["balance", var folder, var members] => await BalanceReads.RunAsync(folder, long.Parse(members, System.Globalization.CultureInfo.InvariantCulture)),
    ["office", var folder, var members] => await OfficeLists.RunAsync(folder, long.Parse(members, System.Globalization.CultureInfo.InvariantCulture)),
    ["export-book", var folder] => await Export.PrepareAsync(folder),
    ["export", var folder] => await Export.RunAsync(folder),
    ["sign-in", var folder] => await SignInTimes.RunAsync(folder),
    ["broadcast-plan", var folder] => await Broadcasts.PlanAsync(folder),
    ["broadcast-fill", var file, var messages] => await Broadcasts.FillAsync(file, long.Parse(messages, System.Globalization.CultureInfo.InvariantCulture)),
    ["broadcast-watch", var file, var name] => await Broadcasts.WatchAsync(file, name),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: deliveries PRODUCT.dll FOLDER | balance FOLDER MEMBERS | office FOLDER MEMBERS | export-book FOLDER | export FOLDER | sign-in FOLDER | broadcast-plan FOLDER | broadcast-fill FILE MESSAGES | broadcast-watch FILE NAME");
    return 2;
}
