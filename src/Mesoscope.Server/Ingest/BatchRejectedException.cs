namespace Mesoscope.Server.Ingest;

/// <summary>A batch that is not taken.</summary>
sealed class BatchRejectedException : Exception
{
    public BatchRejectedException(int status, string title, string detail, int retryAfterSeconds = 0)
        : base(detail)
    {
        Status = status;
        Title = title;
        RetryAfterSeconds = retryAfterSeconds;
    }

    // The status of HTTP that says so.
    public int Status { get; }

    // The kind of fault, always the same words; what refusals are counted by.
    public string Title { get; }

    // 0 when there is no sense in coming again.
    public int RetryAfterSeconds { get; }
}
