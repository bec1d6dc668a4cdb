using CoopReach.Bench;

// Measures the book; scripts/bench says how it is run. What it prints in one run may be compared; between machines only ratios may.
return args switch
{
    ["deliveries", var product, var folder] => await Deliveries.RunAsync(product, folder),
    ["balance", var folder, var members] => await BalanceReads.RunAsync(folder, long.Parse(members, System.Globalization.CultureInfo.InvariantCulture)),
    ["export-book", var folder] => await Export.PrepareAsync(folder),
    ["export", var folder] => await Export.RunAsync(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: deliveries PRODUCT.dll FOLDER | balance FOLDER MEMBERS | export-book FOLDER | export FOLDER");
    return 2;
}
