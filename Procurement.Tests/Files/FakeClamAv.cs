using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Tests.Files;

/// <summary>A scanner daemon on a real Unix socket that speaks INSTREAM and answers what the test wants.</summary>
internal sealed class FakeClamAv : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FakeClamAv(string socketPath, string? answer)
    {
        Answer = answer;
        _listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        _listener.Listen();
        _serving = Serve();
    }

    /// <summary>What it answers, or null to stay silent for ever.</summary>
    public string? Answer { get; set; }

    /// <summary>The hashes of what it was given to scan.</summary>
    public List<Sha256Hash> Scanned { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptAsync(_stop.Token);
                await using var wire = new NetworkStream(socket);
                await Talk(wire);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task Talk(NetworkStream wire)
    {
        var command = new byte["zINSTREAM\0".Length];
        await wire.ReadExactlyAsync(command, _stop.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0") return;

        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        while (true)
        {
            await wire.ReadExactlyAsync(length, _stop.Token);
            var piece = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (piece.Length == 0) break;
            await wire.ReadExactlyAsync(piece, _stop.Token);
            content.AppendData(piece);
        }

        Scanned.Add(new Sha256Hash(content.GetHashAndReset()));
        if (Answer is null) await Silence(wire);
        else await wire.WriteAsync(Encoding.ASCII.GetBytes(Answer + '\0'), _stop.Token);
    }

    /// <summary>Says nothing until the other side hangs up.</summary>
    private async Task Silence(NetworkStream wire)
    {
        try
        {
            var more = new byte[1];
            while (await wire.ReadAsync(more, _stop.Token) > 0) continue;
        }
        catch (IOException)
        {
            // Hung up with a reset.
        }
    }
}
