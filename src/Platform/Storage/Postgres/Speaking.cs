using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>Tells each connection a context opens in whose name it reads; the database's own guard asks for it.</summary>
internal sealed class Speaking : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static NpgsqlCommand Command(DbConnection connection, SpokenFor name)
    {
        var command = new NpgsqlCommand("SELECT set_config('zhirong.org', $1, false), set_config('zhirong.everything', $2, false), set_config('zhirong.today', $3, false)", (NpgsqlConnection)connection);
        foreach (var value in (string[])[name.Organisation, name.Everything, name.Today])
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        return command;
    }

    private static NpgsqlCommand Command(DbConnection connection, ConnectionEndEventData opened)
    {
        var context = (ZhirongContext)opened.Context!;
        return Command(connection, SpokenFor.Of(context.Viewer, context.Today));
    }
}
