using System.Net;
using CoopReach.Tests.Data;
using Npgsql;

namespace CoopReach.Tests.Logs;

public sealed class HealthTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_service_with_its_database_is_live_and_ready(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        using var client = service.CreateClient();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));
    }

    [Fact]
    public async Task Without_its_database_it_is_live_and_not_ready()
    {
        await using var service = await Service.StartAsync(Provider.PostgreSql);
        using var client = service.CreateClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));

        await DropAsync(new NpgsqlConnectionStringBuilder(service.Database.ConnectionString).Database!);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
    }

    /// <summary>Its caller hears that something is wrong and not what: the address is open to everybody.</summary>
    [Fact]
    public async Task Health_says_one_word()
    {
        await using var service = await Service.StartAsync();
        using var client = service.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private static async Task DropAsync(string name)
    {
        var server = await PostgreSqlServer.RunningAsync();
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"drop database {name} with (force)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
