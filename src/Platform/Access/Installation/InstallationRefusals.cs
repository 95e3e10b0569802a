using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Installation;

/// <summary>Why a server does not start on the data it was given.</summary>
public static class InstallationRefusals
{
    public static Refusal DemoData() => Make("ACC-0241", "demo", new("没有演示用户的数据目录", "data without demo users"),
        new("数据目录里有演示用户，密码是公开的，不能作为正式系统启动", "The data holds demo users whose password is published; it cannot serve as a real installation"));

    public static Refusal RealData() => Make("ACC-0242", "real", new("空的或演示用的数据目录，或加 --real", "empty or demo data, or --real"),
        new("数据目录属于正式系统，请加 --real 启动", "The data belongs to a real installation; start it with --real"));

    private static Refusal Make(string code, string found, Words expected, Words message) => GateRefusals.Make(code, "data", found, expected, message);
}
