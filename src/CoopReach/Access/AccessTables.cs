using CoopReach.Cooperatives;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Access;

internal static class PlaceRules
{
    /// <summary>A known role, and where it is: a cooperative or an area of the size of the role.</summary>
    public static void HasAPlace<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Check("role", $"role in ({Names(Roles.All)})");
        builder.Check("place", $"(role in ({Names(Roles.All.Where(role => role.IsOfACooperative()))})) = (cooperative_id is not null)");
        builder.Check("area", "(cooperative_id is null) = (area is not null)");
        builder.Check("sector", "role <> 'sector' or length(area) = 4");
        builder.Check("district", "role <> 'district' or length(area) = 2");
        builder.Check("administrator", "role <> 'administrator' or area = ''");
    }

    private static string Names(IEnumerable<Role> roles) => string.Join(", ", roles.Select(role => $"'{role.Code()}'"));
}

internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id);
        builder.HasIndex(user => user.Login).IsUnique();
        builder.Check("login", "login = lower(login) and login like '%_@_%'");
        builder.Check("name", "length(name) > 0");
        builder.Check("language", "language in ('rw', 'en', 'fr')");
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(code => new { code.UserId, code.Hash });
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("hash", "length(hash) = 32");
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.HasKey(post => post.Id);
        builder.HasIndex(post => post.UserId).IsUnique().HasFilter("ended_at is null");
        builder.HasIndex(post => post.CooperativeId);
        builder.HasOne<User>().WithMany().HasForeignKey(post => post.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(post => post.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasAPlace();
        builder.Check("ends_after_start", "ended_at is null or ended_at >= since");
    }
}

internal sealed class UserSessionTable : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("user_sessions");
        builder.HasKey(session => session.Id);
        builder.HasIndex(session => new { session.UserId, session.EndedAt });
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("because", "(ended_at is null) = (ended_because is null)");
        builder.Check(
            "ended_because",
            "ended_because is null or ended_because in ('signed-out', 'idle', 'too-old', 'ended-by-user', 'disabled', 'suspended', 'password-changed')");
        builder.Check("seen", "seen_at >= started_at");
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(invitation => invitation.Id);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.Login).IsUnique().HasFilter("used_at is null and revoked_at is null");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(invitation => invitation.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasAPlace();
        builder.Check("login", "login = lower(login) and login like '%_@_%'");
        builder.Check("language", "language in ('rw', 'en', 'fr')");
        builder.Check("token_hash", "length(token_hash) = 32");
        builder.Check("expires", "expires_at > created_at");
        builder.Check("one_end", "used_at is null or revoked_at is null");
    }
}

internal sealed class SignInTryTable : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> builder)
    {
        builder.ToTable("sign_in_tries");
        builder.HasKey(tries => tries.Digest);
        builder.HasIndex(tries => tries.TriedAt);
        builder.Check("digest", "length(digest) = 32");
        builder.Check("failures", "failures >= 0");
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.HasKey(key => key.Id);
    }
}

/// <summary>No key to the cooperatives: what belongs to none of them is chained under 0.</summary>
internal sealed class AccessEventTable : IEntityTypeConfiguration<AccessEvent>
{
    public void Configure(EntityTypeBuilder<AccessEvent> builder)
    {
        builder.IsWrittenOnce(AccessEvent.Table);
        builder.HasIndex(happening => new { happening.CooperativeId, happening.Subject });
        builder.Check("action", $"action in ({string.Join(", ", AccessEvent.Actions.Select(action => $"'{action}'"))})");
    }
}
