using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Payments;

/// <summary>What each does with money and disputes, by hand: the accountant prepares, another person approves, the secretary answers.</summary>
public sealed class MoneyActs : IClassFixture<OfficeSite>
{
    private readonly PayDay _day;

    public MoneyActs(OfficeSite site) => _day = new PayDay(site);

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task One_prepares_and_another_approves_and_a_tab_left_open_approves_nothing_twice(int width)
    {
        await _day.FreeAsync();
        await using var accountant = await _day.OpenProvedAsync(PayDay.Accountant, width);
        await accountant.GoAsync("/payments");
        await accountant.Page.GetByRole(AriaRole.Link, new() { Name = "Prepare a payment" }).ClickAsync();
        await accountant.Page.GetByLabel("Due by").FillAsync($"{DateTime.UnixEpoch.AddYears(100):yyyy-MM-dd}");
        await accountant.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare it" }).ClickAsync();
        await Expect(accountant.Title).ToContainTextAsync("waits for approval");
        await Expect(accountant.Page.GetByText("You prepared this batch")).ToBeVisibleAsync();
        await Expect(accountant.Page.GetByLabel("Type the amount to pay")).ToHaveCountAsync(0);

        var path = new Uri(accountant.Page.Url).AbsolutePath;
        var batch = long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var amount = await _day.NumberAsync("select sum(amount) from payments where batch_id = $1", batch);
        await using var manager = await _day.OpenProvedAsync(PayDay.Manager, width);
        await using var stale = await _day.OpenProvedAsync(PayDay.Manager, width);
        foreach (var visit in (OfficeVisit[])[manager, stale])
        {
            await visit.GoAsync(path);
            await visit.Page.GetByLabel("Type the amount to pay").FillAsync($"{amount + 1:N0}");
            await Expect(Pay(visit)).ToBeDisabledAsync();
            await visit.Page.GetByLabel("Type the amount to pay").FillAsync($"{amount} Frw");
            await Expect(Pay(visit)).ToBeEnabledAsync();
        }

        await Pay(manager).ClickAsync();
        await Expect(manager.Title).ToContainTextAsync("is approved");
        await Pay(stale).ClickAsync();
        await Expect(stale.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This batch is approved already.");
        Assert.Equal(1, await _day.NumberAsync("select count(*) from batch_approvals where batch_id = $1", batch));
        Assert.Empty(manager.Complaints.Concat(stale.Complaints).Concat(accountant.Complaints));
    }

    [Fact]
    public async Task What_belongs_to_another_cooperative_is_not_there()
    {
        await _day.FreeAsync();
        var batch = await _day.PrepareAsync();
        await using var visit = await _day.OpenProvedAsync("manager@abh.demo");
        foreach (var path in (string[])[$"/payments/{batch}", "/disputes/TWZ-D-0001", "/payments/999", "/disputes/nothing"])
        {
            await visit.GoAsync(path);
            await Expect(visit.Title).ToHaveTextAsync("There is no such page");
        }
    }

    [Fact]
    public async Task A_returned_file_is_looked_at_before_it_settles_and_an_unknown_line_is_told()
    {
        await _day.FreeAsync();
        var batch = await _day.PrepareAsync();
        await _day.ApproveAsync(batch);
        var seq = await _day.NumberAsync("select min(seq) from payments where batch_id = $1", batch);
        var amount = await _day.NumberAsync("select amount from payments where batch_id = $1 and seq = $2", batch, seq);
        await using var visit = await _day.OpenProvedAsync(PayDay.Accountant);
        await visit.GoAsync("/payments/file");
        await visit.Page.GetByLabel("File of the provider").SetInputFilesAsync(new FilePayload
        {
            Name = "back.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"reference,phone,amount,status\nTWZ-P{seq},,{amount},paid\nTWZ-P99999,0788000999,500,paid\n"),
        });
        await Expect(visit.Page.GetByText("No payment has this reference")).ToBeVisibleAsync();
        Assert.Equal(0, await _day.NumberAsync("select count(*) from payment_events e join payments p on p.id = e.payment_id where p.batch_id = $1", batch));
        await visit.ShootAsync("file-read-1280");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Settle one payment" }).ClickAsync();
        await Expect(visit.Page.GetByText("back.csv settled")).ToBeVisibleAsync();
        Assert.Equal(1, await _day.NumberAsync("select count(*) from payment_events e join payments p on p.id = e.payment_id where p.batch_id = $1 and e.kind = 'paid'", batch));
    }

    [Theory]
    [InlineData("It is paid", "was paid", "paid", 1)]
    [InlineData("It failed", "The payment to", "failed", 0)]
    public async Task A_payment_is_marked_as_the_provider_said(string button, string title, string kind, int told)
    {
        await _day.FreeAsync();
        var batch = await _day.PrepareAsync();
        await _day.ApproveAsync(batch);
        var payment = await _day.NumberAsync("select max(id) from payments where batch_id = $1", batch);
        var before = (await _day.SentAsync()).Count;
        await using var visit = await _day.OpenProvedAsync(PayDay.Accountant, 360);
        await visit.GoAsync($"/payments/{batch}/{payment}");
        await visit.Page.GetByLabel("Number of the transfer").FillAsync($"MP-{kind}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(visit.Page.GetByText(kind == "paid" ? "Paid. The member gets an SMS now." : "Failed. The money is owed again.")).ToBeVisibleAsync();
        await Expect(visit.Title).ToContainTextAsync(title);
        await Expect(visit.Page.GetByLabel("Number of the transfer")).ToHaveCountAsync(0);
        Assert.Equal(1, await _day.NumberAsync("select count(*) from payment_events where payment_id = $1 and kind = $2", payment, kind));
        Assert.Equal(before + told, (await _day.SentAsync()).Count);
        await visit.ShootAsync($"payment-{kind}-360");
    }

    [Fact]
    public async Task The_file_for_the_provider_and_the_paper_to_sign_are_taken_away()
    {
        await _day.FreeAsync();
        var batch = await _day.PrepareAsync();
        await _day.ApproveAsync(batch);
        var payments = await _day.NumberAsync("select count(*) from payments where batch_id = $1", batch);
        await using var visit = await _day.OpenProvedAsync(PayDay.Accountant);
        await visit.GoAsync($"/payments/{batch}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write the file" }).ClickAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take the file" }).ClickAsync());
        Assert.Equal($"payments-{batch}.csv", file.SuggestedFilename);
        Assert.Equal(payments + 1, (await File.ReadAllLinesAsync(await file.PathAsync())).Length);
        Assert.Equal(1, await _day.NumberAsync("select count(*) from audit_log where action = 'batch.export' and subject = $1", $"batch:{batch}"));

        var paper = await visit.Page.APIRequest.GetAsync($"/payments/{batch}/paper.pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await paper.BodyAsync())[..4]));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_secretary_answers_and_the_member_is_told(int width)
    {
        await _day.ComplainAsync(width);
        var seq = await _day.NumberAsync("select max(seq) from disputes where cooperative_id = 2") - 1;
        await using var visit = await _day.OpenProvedAsync("secretary@twz.demo", width);
        await visit.GoAsync("/disputes?sort=-code");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"D-{seq:D4}" }).ClickAsync();
        await visit.Page.GetByLabel("What the member reads").FillAsync("It was found and written down.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(visit.Page.GetByText("Choose whether it is settled or refused.")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Decision").SelectOptionAsync("settled");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(visit.Page.GetByText("Answered. The member gets an SMS now.")).ToBeVisibleAsync();
        Assert.Single(await _day.SentAsync(), sms => sms.Contains($"D-{seq:D4}", StringComparison.Ordinal) && sms.EndsWith(" It was found and written down.", StringComparison.Ordinal));
        await visit.ShootAsync($"dispute-answered-{width}");
    }

    [Fact]
    public async Task The_cashier_pays_a_delivery_and_a_voucher_used_again_is_refused()
    {
        await _day.FreeAsync();
        await using var visit = await _day.OpenProvedAsync(PayDay.Accountant, 360);
        await visit.GoAsync("/payments/desk");
        await visit.Page.GetByLabel("Number", new() { Exact = true }).FillAsync("0101");
        await Expect(visit.Page.GetByText("Uwase Alice").First).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Amount, Frw").FillAsync("1,000");
        await visit.Page.GetByLabel("Number of the voucher").FillAsync("V-77");
        await visit.ShootAsync("desk-360");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pay it" }).ClickAsync();
        await Expect(visit.Page.GetByText("Paid 1,000 Frw to Uwase Alice.")).ToBeVisibleAsync();

        await visit.Page.GetByLabel("What is done").SelectOptionAsync("deposit");
        await visit.Page.GetByLabel("Number", new() { Exact = true }).FillAsync("0101");
        await visit.Page.GetByLabel("Amount, Frw").FillAsync("500");
        await visit.Page.GetByLabel("Number of the voucher").FillAsync("V-77");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take the savings" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This voucher number was used for another payment.");
        await Expect(visit.Page.GetByLabel("Amount, Frw")).ToHaveValueAsync("500");
    }

    private static ILocator Pay(OfficeVisit visit) => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pay [0-9,]+ Frw$") });
}
