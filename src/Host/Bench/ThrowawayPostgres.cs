using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Zhirong.Host.Bench;

/// <summary>A PostgreSQL server of our own on a free loopback port, in a folder that goes with it.</summary>
internal sealed class ThrowawayPostgres : IDisposable
{
    private readonly string folder;
    private readonly string programs;
    private string settings = "";
    private int databases;

    private ThrowawayPostgres(string programs, string folder, int port) => (this.programs, this.folder, Port) = (programs, folder, port);

    public int Port { get; }

    /// <summary>Starts one; null where PostgreSQL is not installed.</summary>
    /// <param name="durable">Commits reach the disk; tests do without.</param>
    /// <param name="under">Where its folder is made; null for the system's temporary folder.</param>
    public static ThrowawayPostgres? Start(bool durable, string? under = null)
    {
        if (Programs() is not { } programs)
        {
            return null;
        }

        var folder = Path.Combine(under ?? Path.GetTempPath(), $"zhirong-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        var server = new ThrowawayPostgres(programs, folder, FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        server.AsServer("initdb", "-D", server.Data, "-U", "zhirong", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        server.settings = $"-p {server.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync={(durable ? "on" : "off")} -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=2GB";
        server.StartAgain();
        return server;
    }

    /// <summary>Stops the server without letting it finish anything.</summary>
    public void Crash() => AsServer("pg_ctl", "-D", Data, "-m", "immediate", "-s", "stop");

    /// <summary>Starts it on the port it had.</summary>
    public void StartAgain() => AsServer("pg_ctl", "-D", Data, "-w", "-s", "-l", Path.Combine(folder, "log"), "-o", settings, "start");

    /// <summary>A new empty database; its connection string.</summary>
    /// <param name="place">The tablespace it lies in; null for the server's own folder.</param>
    public string NewDatabase(string? place = null)
    {
        var name = NextName();
        Do($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'{(place is null ? "" : $" TABLESPACE {place}")}");
        return To(name);
    }

    /// <summary>A new database that holds what another does, which nobody may use meanwhile; its connection string.</summary>
    public string CopyOf(string target)
    {
        var name = NextName();
        Do($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(target).Database} STRATEGY wal_log");
        return To(name);
    }

    /// <summary>Runs a statement as the server's owner, outside every transaction.</summary>
    public void Do(string sql)
    {
        using var connection = new NpgsqlConnection(To("postgres") + ";Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Crash();
        Directory.Delete(folder, true);
    }

    private string Data => Path.Combine(folder, "data");

    private string NextName() => $"zr{Interlocked.Increment(ref databases)}";

    private string To(string name) => $"Host=127.0.0.1;Port={Port};Database={name};Username=zhirong";

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as its own user.</summary>
    private void AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // pg_ctl leaves the server running with its own output: nothing of it may hold our pipes.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
