namespace Zhirong.Host.Doctor;

/// <summary>Everything the program looks at before it is relied on; changes nothing.</summary>
internal static class Examination
{
    public static IReadOnlyList<Symptom> Of(Patient patient)
    {
        var look = DataSymptoms.Look(patient);
        return
        [
            MachineSymptoms.Runtime(),
            MachineSymptoms.Cryptography(),
            MachineSymptoms.Pages(),
            MachineSymptoms.Fonts(),
            MachineSymptoms.Printing(),
            DataSymptoms.Database(look),
            DataSymptoms.Folder(patient),
            DataSymptoms.Keys(patient, look),
            DataSymptoms.Space(patient),
            ClockSymptoms.Clock(patient, look),
            ClockSymptoms.Synchronised(),
            ClockSymptoms.Calendar(patient, 0),
            ClockSymptoms.Calendar(patient, 1),
        ];
    }
}
