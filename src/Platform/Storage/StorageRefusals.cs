using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Storage;

/// <summary>The database said no for a reason outside this program: nothing of the work was written.</summary>
public sealed class StorageException(Refusal refusal, Exception? problem = null) : Exception(refusal.Sentence(Language.En), problem)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The numbered refusals of storage.</summary>
public static class StorageRefusals
{
    public const string FullCode = "STO-0101";

    internal static Refusal Full(string place) => Make(FullCode, place, "no space left", new("有剩余空间的磁盘", "a disk with space left"),
        new("磁盘已满，未写入任何内容；腾出空间后重试", "The disk is full and nothing was written; free some space and try again"));

    internal static Refusal ReadOnly(string place) => Make("STO-0102", place, "read-only", new("可以写入的数据库", "a database that can be written"),
        new("数据库只读，未写入任何内容", "The database is read-only and nothing was written"));

    internal static Refusal Busy(string place) => Make("STO-0103", place, "locked", new("未被其他程序占用的数据库", "a database no other program holds"),
        new("数据库被其他程序占用", "Another program holds the database"));

    internal static Refusal Disk(string place, string found) => Make("STO-0104", place, found, new("可以读写的磁盘", "a disk that reads and writes"),
        new("磁盘读写出错，未写入任何内容", "The disk reports an error and nothing was written"));

    internal static Refusal Damaged(string place, string found) => Make("STO-0105", place, found, new("完好的数据库文件", "an undamaged database"),
        new("数据库文件已损坏或不是数据库；请从备份恢复", "The database is damaged or no database; restore a backup"));

    internal static Refusal Unreachable(string place, string found) => Make("STO-0106", place, found, new("可以连接的数据库", "a database that can be reached"),
        new("连不上数据库", "The database cannot be reached"));

    internal static Refusal Collation(string place, string found) => Make("STO-0107", place, found, Words.Same("UTF8, C, C"),
        new("数据库须以 UTF-8 编码、C 排序规则与 C 字符分类（LC_CTYPE）建立", "The database must be created with encoding UTF-8, collation C and character types (LC_CTYPE) C"));

    internal static Refusal Newer(string found) => Make("STO-0108", "", found, new("本版本认识的数据库版本", "a schema this version knows"),
        new("数据库由更新版本的程序建立", "The database was made by a newer version of the program"));

    internal static Refusal Backup(string place, string found) => Make("STO-0109", place, found, new("本程序做的备份", "a backup made by this program"),
        new("不是可用的备份", "This is no backup that can be used"));

    internal static Refusal Exists(string place) => Make("STO-0110", place, place, new("尚不存在的文件", "a file that does not exist yet"),
        new("文件已存在，未覆盖", "The file exists and was not overwritten"));

    internal static Refusal InUse(string place) => Make("STO-0111", place, place, new("没有程序在用的数据目录", "a data folder no program uses"),
        new("数据正在使用，请先停止服务", "The data is in use; stop the server first"));

    internal static Refusal NotEmpty(string place) => Make("STO-0112", place, place, new("空的数据目录，或加 --replace", "an empty data folder, or --replace"),
        new("目标已有数据，未覆盖", "There is data already and it was not overwritten"));

    internal static Refusal Tool(string tool, string found) => Make("STO-0113", tool, found, new("可以运行的 " + tool, $"{tool} that runs"),
        new($"{tool} 没有成功", $"{tool} did not succeed"));

    internal static Refusal Missing(string place) => Make("STO-0114", place, "—", new("有数据的目录", "a folder with data"),
        new("这里没有数据", "There is no data here"));

    internal static Refusal Older(string missing) => Make("STO-0115", "", missing, new("已升级的数据库", "a database brought up to date"),
        new("数据库结构较旧，请先运行 db migrate", "The schema is older; run db migrate first"));

    internal static Refusal File(string found) => Make("STO-0116", "", found, new("可以读写的文件", "a file that can be read and written"),
        new("文件读写出错", "The file cannot be read or written"));

    internal static Refusal Role(string place, string found, string role) => Make("STO-0117", place, found, Words.Same($"CREATE ROLE {role} NOLOGIN; GRANT {role} TO <user>"),
        new($"数据库没有受限角色 {role}，且无权建立；请数据库管理员建立一次", $"The database has no restricted role {role} and it may not be made; let the database's administrator make it once"));

    public const string SharedToReadCode = "STO-0201";

    /// <summary>A record that was shared for reading only, and that somebody tries to change.</summary>
    public static Refusal SharedToRead(string what, string id) => Make(SharedToReadCode, what, id, new("您所在机构的记录，或共享时允许修改的记录", "a record of your own organisation, or one shared to be changed"),
        new("这条记录只共享给您查看", "This record is shared with you for reading only"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
