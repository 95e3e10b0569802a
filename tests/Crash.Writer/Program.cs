using Zhirong.Crash.Writer;

await new CrashWriter(WriterOrders.Read(args)).Run();
