namespace Zhirong.Modules.Assets.Reading;

/// <summary>The formats of registers that are read; recognised by what a file holds, never by its name.</summary>
public enum RegisterFormat
{
    /// <summary>A table of rights, of gazette events, of fee receipts or a copy of the register: csv or xlsx.</summary>
    CnTable,

    /// <summary>EPO Open Patent Services and DOCDB exchange: bibliography, families, INPADOC events.</summary>
    Epo,

    /// <summary>USPTO grants, ST.36 v4.</summary>
    UsGrant,

    /// <summary>USPTO published applications, ST.36 v4.</summary>
    UsApplication,

    /// <summary>USPTO recorded assignments.</summary>
    UsAssignment,

    /// <summary>Trademarks, WIPO ST.66.</summary>
    St66,

    /// <summary>Trademarks, WIPO ST.96.</summary>
    St96,
}

/// <summary>How formats are written on the command line and in reports.</summary>
public static class RegisterFormats
{
    public static IReadOnlyList<string> Words { get; } = ["cn-table", "epo", "us-grant", "us-application", "us-assignment", "st66", "st96"];

    public static string Word(this RegisterFormat format) => Words[(int)format];

    /// <returns>Null for a word that names no format.</returns>
    public static RegisterFormat? Read(string word)
    {
        var at = Words.ToList().IndexOf(word);
        return at < 0 ? null : (RegisterFormat)at;
    }
}
