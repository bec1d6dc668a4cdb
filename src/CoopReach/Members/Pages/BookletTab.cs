using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Office;
using Microsoft.AspNetCore.Components;

namespace CoopReach.Members.Pages;

/// <summary>A page of the booklet behind one of its index words: it reads its own rows when it is turned to.</summary>
public abstract class BookletTab : OfficePage
{
    private MemberCard? _shown;

    [Inject]
    protected Store Store { get; set; } = default!;

    [Parameter, EditorRequired]
    public MemberCard Card { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Card || IsOtherPage())
        {
            _shown = Card;
            await ReadAsync();
        }
    }

    /// <summary>Whether something in the address, beside whose booklet it is, asks for other rows.</summary>
    protected virtual bool IsOtherPage() => false;

    protected abstract Task ReadAsync(Statements db);

    protected async Task ReadAsync()
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        await ReadAsync(reading.Db);
    }

    /// <summary>Staff of the member's cooperative who may; nobody else does anything here.</summary>
    protected bool MayAct(Permission permission) => Seat.CooperativeId == Card.CooperativeId && Seat.May(permission);
}
