using System.Runtime.InteropServices;

namespace CoopReach.Conversations;

/// <summary>Two callbacks of one session go one after the other; sessions do not wait for each other.</summary>
public sealed class SessionLocks
{
    private readonly Dictionary<string, Gate> _gates = [];

    public async ValueTask<IDisposable> EnterAsync(string session)
    {
        Gate gate;
        lock (_gates)
        {
            ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_gates, session, out _);
            gate = kept ??= new Gate(this, session);
            gate.Users++;
        }

        await gate.Free.WaitAsync();
        return gate;
    }

    private void Leave(Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(gate.Session);
            }
        }

        gate.Free.Release();
    }

    private sealed class Gate(SessionLocks locks, string session) : IDisposable
    {
        public string Session => session;

        public SemaphoreSlim Free { get; } = new(1);

        public int Users { get; set; }

        public void Dispose() => locks.Leave(this);
    }
}
