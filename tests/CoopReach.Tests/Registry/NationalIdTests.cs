using System.Security.Cryptography;
using CoopReach.People;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class NationalIdTests
{
    private static readonly NationalIdVault Vault = new(TestDatabase.Pepper);

    [Theory]
    [InlineData("1 1990 8 0012345 0 12", true)]
    [InlineData("1199080012345012", true)]
    [InlineData("3-2026-7-0012345-0-12", true)]
    [InlineData("1 2027 8 0012345 0 12", false)]
    [InlineData("4199080012345012", false)]
    [InlineData("1189080012345012", false)]
    [InlineData("1199090012345012", false)]
    [InlineData("119908001234501", false)]
    [InlineData("11990800123450121", false)]
    [InlineData("1199080012345012\n", true)]
    [InlineData("1.19908E+15", false)]
    [InlineData("l199080012345012", false)]
    [InlineData("١١٩٩٠٨٠٠١٢٣٤٥٠١٢", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_what_a_card_can_say_is_a_national_ID(string? text, bool is16) =>
        Assert.Equal(is16, NationalId.TryParse(text, 2026, out _));

    [Fact]
    public void What_is_shown_has_none_of_its_own_digits()
    {
        var id = Read("1199080012345012");

        Assert.Equal("1 1990 8 ******* * **", id.Masked);
        Assert.Equal(id.Masked, $"{id}");
    }

    [Fact]
    public void Another_sex_or_year_than_on_the_form_is_a_warning()
    {
        var id = Read("1199080012345012");

        Assert.Empty(id.Disagreements("male", 1990));
        Assert.Empty(id.Disagreements(null, null));
        Assert.Equal(
            ["The national ID is of a man, and the form says a woman. Check both.", "The national ID says born in 1990, the form says 1991. Check both."],
            id.Disagreements("female", 1991).Select(Said.InEnglish));
        Assert.Equal(
            "The national ID is of a woman, and the form says a man. Check both.",
            Said.InEnglish(Assert.Single(Read("1199070012345012").Disagreements("male", 1990))));
    }

    [Fact]
    public void It_is_sealed_anew_each_time_and_found_by_the_same_digest()
    {
        var id = Read("1199080012345012");
        var (one, two) = (Vault.Seal(id), Vault.Seal(id));

        Assert.NotEqual(one, two);
        Assert.Equal(id, Vault.Open(one));
        Assert.Equal(Vault.Digest(id), Vault.Digest(Read("1 1990 8 0012345 0 12")));
        Assert.NotEqual(Vault.Digest(id), new NationalIdVault(TestDatabase.Pepper + ".").Digest(id));
    }

    [Fact]
    public void What_was_sealed_opens_only_with_the_same_pepper_for_the_same_purpose_and_unchanged()
    {
        var box = Vault.Seal(Read("1199080012345012"));
        var changed = box.ToArray();
        changed[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Vault.Open(changed));
        Assert.ThrowsAny<CryptographicException>(() => new NationalIdVault("another pepper").Open(box));
        Assert.ThrowsAny<CryptographicException>(() => new Sealer(TestDatabase.Pepper, "heirs").Open(box));
    }

    [Theory]
    [InlineData("5012", true)]
    [InlineData("5013", false)]
    [InlineData("012", false)]
    [InlineData("45012", false)]
    [InlineData("", false)]
    public void The_last_four_digits_are_checked(string typed, bool right) =>
        Assert.Equal(right, Vault.EndsWith(Vault.Seal(Read("1199080012345012")), typed));

    private static NationalId Read(string text) => NationalId.TryParse(text, 2026, out var id) ? id : throw new ArgumentException(text);
}
