using Zhirong.Crash.Writer;

if (args is ["work", var target])
{
    await SeededJob.Work(target);
}
else
{
    await new CrashWriter(WriterOrders.Read(args)).Run();
}
