using Zhirong.Host;

return CommandLine.Run(args);
