using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Procurement.Infrastructure.Files;

/// <summary>The ClamAV daemon on its Unix socket, by its INSTREAM command: length-prefixed pieces, a zero length, one line of answer.</summary>
public sealed class ClamAvScanner(string socketPath, TimeSpan timeout) : IVirusScanner
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Longest answer listened to; a real one is a short line.</summary>
    private const int AnswerLength = 1024;

    public async Task<ScanVerdict> Scan(Stream file, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), limit.Token);
            await using var wire = new NetworkStream(socket);
            await Send(file, wire, limit.Token);
            return Understand(await Answer(wire, limit.Token));
        }
        catch (Exception silent) when (silent is SocketException or IOException || (silent is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new ScanVerdict(ScanOutcome.NoAnswer, silent.Message);
        }
    }

    private static async Task Send(Stream file, NetworkStream wire, CancellationToken ct)
    {
        await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var piece = new byte[sizeof(uint) + PieceLength];
        for (int read; (read = await file.ReadAsync(piece.AsMemory(sizeof(uint)), ct)) > 0;)
        {
            BinaryPrimitives.WriteUInt32BigEndian(piece, (uint)read);
            await wire.WriteAsync(piece.AsMemory(0, sizeof(uint) + read), ct);
        }

        await wire.WriteAsync(new byte[sizeof(uint)], ct);
    }

    private static async Task<string> Answer(NetworkStream wire, CancellationToken ct)
    {
        var answer = new byte[AnswerLength];
        var length = await wire.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static ScanVerdict Understand(string answer)
    {
        const string about = "stream: ";
        const string found = " FOUND";
        if (answer == about + "OK") return new ScanVerdict(ScanOutcome.Clean, "");
        if (answer.StartsWith(about, StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal))
        {
            return new ScanVerdict(ScanOutcome.Infected, answer[about.Length..^found.Length]);
        }

        return new ScanVerdict(ScanOutcome.NoAnswer, answer);
    }
}
