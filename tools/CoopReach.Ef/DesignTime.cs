using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CoopReach.Ef;

/// <summary>Opens the SQLite schema for dotnet ef; no file is touched.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteCoopDb>
{
    public SqliteCoopDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCoopDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Opens the PostgreSQL schema for dotnet ef; no server is asked.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresCoopDb>
{
    public PostgresCoopDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCoopDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
