using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Demo;
using CoopReach.Engine;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Access;

/// <summary>Everything that is secret is used once, right and wrong, and then looked for in every column of the room's tables.</summary>
public sealed class NoSecretsTests
{
    private const string Typed = "typed by mistake at the door";

    private static readonly string[] Tables =
        ["access_events", "users", "posts", "recovery_codes", "user_sessions", "invitations", "sign_in_tries", "protection_keys", "audit_log", "outbox_messages"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task No_password_code_key_or_token_is_kept_as_it_is(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var secrets = await UseAllAsync(door);
        foreach (var table in Tables)
        {
            var text = await TextAsync(door, table);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }

        Assert.NotEmpty(door.Log.All);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, door.Log.All, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("new.clerk@twz.demo as accountant", await TextAsync(door, "access_events"), StringComparison.Ordinal);
        Assert.DoesNotContain(Door.Address, await TextAsync(door, "access_events"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> UseAllAsync(Door door)
    {
        var manager = await door.SitAsync("manager@twz.demo");
        await door.TryAsync("manager@twz.demo", Typed);
        await door.TryAsync(Typed, Typed);
        var ticket = await door.TicketAsync("manager@twz.demo");
        await door.SignIn.CodeAsync(ticket, "493817", CancellationToken.None);
        var invited = await door.Get<Invite>().RunAsync(
            manager, new Invitee("new.clerk@twz.demo", "Mugisha Alex", Role.Accountant, 2, null, Language.French, Printed: false), CancellationToken.None);
        await Assert.ThrowsAsync<RefusedException>(() => door.Get<Join>().RunAsync(Typed, Typed, Door.Device, Door.Address, CancellationToken.None));
        var joined = (SignInOutcome.NeedsEnrolment)await door.Get<Join>().RunAsync(invited.Secret, Typed, Door.Device, Door.Address, CancellationToken.None);
        var factor = await door.Get<Enrolment>().BeginAsync(joined.Ticket, CancellationToken.None);
        var code = Totp.CodeAt(factor.Key, door.Clock.GetUtcNow());
        var enrolled = await door.Get<Enrolment>().ConfirmAsync(factor.Ticket, code, CancellationToken.None);

        return [Typed, "493817", DemoUsers.Password, DemoUsers.TotpKey, invited.Secret, factor.Key, .. enrolled.RecoveryCodes, .. enrolled.RecoveryCodes.Select(one => one.Replace("-", "", StringComparison.Ordinal))];
    }

    /// <summary>Bytes are read as the letters they would be, so that a secret kept as bytes is found too.</summary>
    private static async Task<string> TextAsync(Door door, string table)
    {
        await using var db = door.Database.Open();
        await using var connection = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var text = new System.Text.StringBuilder();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                text.Append(reader.GetValue(column) is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : reader.GetValue(column)).Append('\n');
            }
        }

        return text.ToString();
    }
}
