using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>Reads statement files; an installation has one with its mappings.</summary>
public interface IStatementReader
{
    /// <summary>A whole file in memory, recognised by its content; or refusals (PAY-06xx). A statement that does not add up is read and says so.</summary>
    Result<StatementFile> Read(Stream file);

    /// <summary>The same piece by piece. Refusals may come after lines were handed over: keep nothing until the answer is good. The file's statements have no lines.</summary>
    Result<StatementFile> Read(Stream file, IStatementSink sink);
}
