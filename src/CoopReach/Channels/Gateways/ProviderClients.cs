namespace CoopReach.Channels.Gateways;

/// <summary>The HTTP clients of the providers, one by name for each.</summary>
internal static class ProviderClients
{
    private const int LargestReply = 1024 * 1024;

    /// <summary>
    /// Without the framework's own log lines, which name addresses and headers; without redirections, which would carry the
    /// message and its credentials elsewhere; without a timeout of its own.
    /// </summary>
    public static IServiceCollection AddProviderClient(this IServiceCollection services, string name) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LargestReply;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .RemoveAllLoggers()
        .Services;
}
