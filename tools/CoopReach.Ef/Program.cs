// Only dotnet ef starts this project: it holds what designing a migration needs, and never ships.
Console.WriteLine("Use: dotnet ef migrations add NAME --project src/CoopReach --startup-project tools/CoopReach.Ef --context SqliteCoopDb");
