using System.Xml;

namespace Zhirong.Platform.Office.Files;

/// <summary>The names a parser remembers; a file with ever new names is refused before they fill the memory.</summary>
public sealed class BoundedNames : NameTable
{
    /// <summary>The largest message schema has some eight hundred.</summary>
    public const int Most = 10_000;

    private int count;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) => ++count <= Most ? name : throw FileFaultException.TooMany("XML", Most);
}
