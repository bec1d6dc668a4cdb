using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Registry;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(Language.Kinyarwanda, "Nomero y'umunyamuryango 0101 ifitwe n'undi. Hitamo indi.")]
    [InlineData(Language.English, "Member number 0101 is taken. Choose another one.")]
    [InlineData(Language.French, "Le numéro de membre 0101 est déjà pris. Choisissez-en un autre.")]
    public async Task A_refusal_says_in_the_language_of_whoever_asked_what_stood_in_the_way(Language language, string sentence)
    {
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        var register = new RegisterMember(office.Database.Store, RegistryDesk.Clock);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            register.RunAsync(office.Clerk, new PersonForm("Keza", "Aline"), new MembershipForm("0101", new(2026, 5, 15)), CancellationToken.None));

        Assert.Equal(sentence, Counter.Phrases.Say(language, refused.Why));
    }
}
