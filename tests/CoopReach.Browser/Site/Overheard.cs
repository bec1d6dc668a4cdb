using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>Everything the browser fetched or complained about on a page, from the moment it is listened to.</summary>
internal sealed class Overheard
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<Uri> _requests = new();

    public Overheard(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Request += (_, request) => _requests.Enqueue(new Uri(request.Url));
    }

    public IReadOnlyCollection<string> Complaints => _complaints;

    public IReadOnlyCollection<Uri> Requests => _requests;
}
