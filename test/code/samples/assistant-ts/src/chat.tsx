export function Chat() {
  return (
    <p title="gpt-4o-mini">
      Don't import from 'openai' here; it's <a href="https://platform.openai.com">theirs</a> at api.openai.com.
    </p>
  );
}
