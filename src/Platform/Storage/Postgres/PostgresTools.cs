using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>PostgreSQL's own programs, told where to connect by their environment, so that no password stands in a command line.</summary>
internal static class PostgresTools
{
    /// <summary>
    /// Everything that was there goes, also what the backup does not know; the schema is open to every role as a new database's is. The
    /// tables' own grants and guards are put up when the store is opened.
    /// </summary>
    private const string Emptied = "BEGIN;\nDROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\nGRANT USAGE ON SCHEMA public TO PUBLIC;\n";

    /// <exception cref="StorageException">It is not there or did not succeed, with what it said.</exception>
    public static void Run(NpgsqlConnectionStringBuilder to, string program, params string[] arguments)
    {
        using var process = Start(to, program, input: false, arguments);
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        Ended(process, program, said);
    }

    /// <summary>Puts a backup in the place of all that is there, in one transaction: when any of it fails, nothing has changed.</summary>
    public static void Replace(NpgsqlConnectionStringBuilder to, string file)
    {
        using var reading = Start(to, "pg_restore", input: false, "--exit-on-error", "--no-owner", "--no-privileges", "--file=-", file);
        using var writing = Start(to, "psql", input: true, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1");
        var (read, written) = (reading.StandardError.ReadToEndAsync(), writing.StandardError.ReadToEndAsync());
        var answers = writing.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            using (var input = writing.StandardInput.BaseStream)
            {
                input.Write(System.Text.Encoding.ASCII.GetBytes(Emptied));
                reading.StandardOutput.BaseStream.CopyTo(input);

                // Without its last word the transaction is undone.
                Ended(reading, "pg_restore", read);
                input.Write("\nCOMMIT;\n"u8);
            }
        }
        catch (IOException)
        {
            // psql has given up; it says why.
            reading.Kill();
        }

        answers.Wait();
        Ended(writing, "psql", written);
    }

    /// <summary>How the programs are told what the connection string says.</summary>
    internal static IReadOnlyDictionary<string, string?> Environment(NpgsqlConnectionStringBuilder to) => new Dictionary<string, string?>
    {
        ["PGHOST"] = to.Host,
        ["PGPORT"] = $"{to.Port}",
        ["PGUSER"] = to.Username,
        ["PGPASSWORD"] = to.Password,
        ["PGPASSFILE"] = to.Passfile,
        ["PGDATABASE"] = to.Database,
        ["PGSSLMODE"] = to.SslMode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Prefer => "prefer",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            _ => "verify-full",
        },
        ["PGSSLROOTCERT"] = to.RootCertificate,
        ["PGSSLCERT"] = to.SslCertificate,
        ["PGSSLKEY"] = to.SslKey,
        ["PGOPTIONS"] = PostgresDatabase.AsOwner,
    };

    private static Process Start(NpgsqlConnectionStringBuilder to, string program, bool input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = input };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment(to))
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new StorageException(StorageRefusals.Tool(program, problem.Message), problem);
        }
    }

    private static void Ended(Process process, string program, Task<string> said)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new StorageException(StorageRefusals.Tool(program, said.Result.Trim()));
        }
    }
}
