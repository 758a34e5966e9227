import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { decodeMuLaw, encodeMuLaw, frameSamples } from './voice-frames.ts';

const payloadType = 0;

/** The network's end of one leg's voice, over WebRTC. */
export type VoicePeer = {
  readonly offer: () => Promise<string>;
  readonly accept: (answer: string) => Promise<void>;
  readonly play: (frame: Int16Array) => void;
  /** The share of what is played that gets lost on its way, from 0 to 1. */
  readonly setLoss: (share: number) => void;
  readonly close: () => Promise<void>;
};

export function openVoicePeer(stun: string, onFrame: (frame: Int16Array) => void): VoicePeer {
  const connection = new RTCPeerConnection({
    iceServers: [{ urls: stun }],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: 'audio/PCMU',
          clockRate: 8_000,
          channels: 1,
          payloadType,
        }),
      ],
    },
  });
  const track = new MediaStreamTrack({ kind: 'audio' });
  connection.addTransceiver(track, { direction: 'sendrecv' });
  connection.onTrack.subscribe((heard) =>
    heard.onReceiveRtp.subscribe(({ header, payload }) => {
      if (header.payloadType === payloadType) onFrame(Int16Array.from(payload, decodeMuLaw));
    }),
  );
  let loss = 0;
  let sent = 0;
  return {
    offer: async () => {
      await connection.setLocalDescription(await connection.createOffer());
      if (connection.iceGatheringState !== 'complete') {
        await new Promise<void>((resolve) => {
          connection.iceGatheringStateChange.subscribe((state) => {
            if (state === 'complete') resolve();
          });
        });
      }
      return connection.localDescription?.sdp ?? '';
    },
    accept: (sdp) => connection.setRemoteDescription({ type: 'answer', sdp }),
    play: (frame) => {
      sent += 1;
      if (connection.connectionState !== 'connected' || Math.random() < loss) return;
      const header = new RtpHeader({
        payloadType,
        sequenceNumber: sent % 65_536,
        timestamp: (sent * frameSamples) >>> 0,
        ssrc: 1_234,
        marker: sent === 1,
      });
      track.writeRtp(new RtpPacket(header, Buffer.from(Uint8Array.from(frame, encodeMuLaw))));
    },
    setLoss: (share) => {
      loss = share;
    },
    close: () => connection.close(),
  };
}
