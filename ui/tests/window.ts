// Opens the whole window on the invented program, and finds things in it as a journey does.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import App from "../src/App.svelte";
import { overview } from "../src/state/overview.svelte";

/** The window, with everything it reads at its start. */
export async function openWindow(): Promise<void> {
  await overview.load();
  render(App);
  await waitFor(() => screen.getByTestId("rail"));
}

export function find(testid: string): Promise<HTMLElement> {
  return screen.findByTestId(testid);
}

export function gone(testid: string): boolean {
  return screen.queryByTestId(testid) === null;
}

export async function click(testid: string): Promise<void> {
  await fireEvent.click((await screen.findAllByTestId(testid))[0] as HTMLElement);
}

export async function fill(target: string | HTMLElement, value: string): Promise<void> {
  const field = typeof target === "string" ? await find(target) : target;
  await fireEvent.input(field, { target: { value } });
}

export async function row(key: number): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-key-id="${key}"]`);
    if (!found) throw new Error(`no row of key ${key}`);
    return found;
  });
}

export async function selectRow(key: number): Promise<void> {
  await fireEvent.click(await row(key));
  await find("detail-title");
}

/** The control of one of the server's fields in the open sheet. */
export async function storeField(name: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-field="${name}"]:not(p)`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
}

/** Sends the form that a button stands in, once the button may be pressed. */
export async function submit(testid: string): Promise<void> {
  const button = (await find(testid)) as HTMLButtonElement;
  await waitFor(() => {
    if (button.disabled) throw new Error(`"${testid}" cannot be pressed`);
  });
  await fireEvent.submit(button.closest("form") as HTMLFormElement);
}

/** The undo of the newest message. */
export async function undo(): Promise<void> {
  const buttons = await screen.findAllByTestId("toast-undo");
  await fireEvent.click(buttons.at(-1) as HTMLElement);
}
